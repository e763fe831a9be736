/** Two players in step: what is second `t` in the one is second `a t + b` in the other. */

export interface Law {
  a: number;
  b: number;
}

/** The law of a match: its first seconds belong together, and its last. */
export function lawOf(own: [number, number], other: [number, number]): Law {
  const long = own[1] - own[0];
  const a = long > 0.2 && other[1] > other[0] ? (other[1] - other[0]) / long : 1;
  return { a, b: other[0] - a * own[0] };
}

export const through = (law: Law, seconds: number): number => law.a * seconds + law.b;

/** Further apart than this and the other player jumps; nearer, its pace is bent until it has caught up. */
const JUMP_S = 0.25;
const NEAR_S = 0.015;
/** How much of what it lags is made good within a second, and by how much at most its pace is bent. */
const PULL = 0.8;
const MOST = 0.2;

/** Keeps `other` at `a t + b` of `own`, however `own` is played, paused, sought or quickened. */
export class InStep {
  private frame = 0;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly own: HTMLVideoElement,
    private readonly other: HTMLVideoElement,
    private readonly law: Law,
    private readonly seen: (seconds: number) => void,
  ) {
    this.on("play", () => this.run());
    this.on("pause", () => this.halt());
    this.on("seeking", () => this.align());
    this.on("timeupdate", () => this.seen(own.currentTime));
    this.on("ratechange", () => this.align());
    this.on("waiting", () => other.pause());
    this.on("playing", () => this.run());
    for (const event of ["loadedmetadata"]) {
      const align = () => this.align();
      other.addEventListener(event, align);
      this.stops.push(() => other.removeEventListener(event, align));
    }
    this.align();
  }

  /** How far the other is from where it should be, in its own seconds. */
  get drift(): number {
    return this.other.currentTime - this.target;
  }

  private get target(): number {
    const end = Number.isFinite(this.other.duration) ? this.other.duration : Infinity;
    return Math.min(Math.max(through(this.law, this.own.currentTime), 0), end);
  }

  private on(event: string, done: () => void): void {
    this.own.addEventListener(event, done);
    this.stops.push(() => this.own.removeEventListener(event, done));
  }

  /** Put the other where it belongs, at once. */
  align(): void {
    if (Math.abs(this.drift) > 0.001) this.other.currentTime = this.target;
    this.other.playbackRate = this.pace;
    this.seen(this.own.currentTime);
  }

  private get pace(): number {
    return Math.min(Math.max(this.law.a * this.own.playbackRate, 0.0625), 16);
  }

  private run(): void {
    this.align();
    // A player that cannot start (no codec, no bytes) leaves its picture where it is.
    this.other.play().catch(() => undefined);
    cancelAnimationFrame(this.frame);
    const keep = () => {
      this.follow();
      this.frame = requestAnimationFrame(keep);
    };
    this.frame = requestAnimationFrame(keep);
  }

  private follow(): void {
    this.seen(this.own.currentTime);
    const drift = this.drift;
    if (Math.abs(drift) > JUMP_S && !this.other.seeking) this.other.currentTime = this.target;
    const bend = Math.abs(drift) < NEAR_S ? 0 : Math.min(Math.max(-drift * PULL, -MOST), MOST);
    this.other.playbackRate = Math.min(Math.max(this.pace * (1 + bend), 0.0625), 16);
  }

  private halt(): void {
    cancelAnimationFrame(this.frame);
    this.other.pause();
    this.align();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    for (const each of this.stops) each();
  }
}

/** The surfaces that the pointer or the focus is on, for everything that shows them. */

export interface Hovered {
  keys: string[];
}

export function hover(): Hovered {
  const hovered: Hovered = $state({ keys: [] });
  return hovered;
}

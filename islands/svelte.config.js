// No inline styles and no style elements: the pages forbid both. All styling is in the workbench's style sheet.
export default { compilerOptions: { css: "external", runes: true } };

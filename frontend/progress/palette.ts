/** The theme's colours as a canvas needs them: read from the custom properties where the chart stands. */
export interface Palette {
  ink: string;
  soft: string;
  hair: string;
  sheet: string;
  line: string;
  /** The family of the page's text; a size goes before it. */
  family: string;
}

export function paletteOf(place: HTMLElement): Palette {
  const style = getComputedStyle(place);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: value("--ink"),
    soft: value("--ink-soft"),
    hair: value("--hair"),
    sheet: value("--sheet"),
    line: value("--g-line") || value("--ink"),
    family: style.fontFamily,
  };
}

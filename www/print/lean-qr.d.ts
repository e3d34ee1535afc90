/** A QR code: its dark squares, by column and row. */
export interface Code {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** The code of a text. Throws where the text is too long for one. */
export function generate(text: string): Code;

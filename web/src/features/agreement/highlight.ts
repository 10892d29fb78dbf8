// Just enough of YAML to read an agreement comfortably: keys, quoted text, comments. One line at a time.

export type Piece = { kind: "plain" | "key" | "string" | "comment"; text: string };

const pattern = /("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|((?:^|\s)#.*$)|([A-Za-z0-9_.()-]+(?=:(?:\s|$|\{|\[)))/g;

export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > at) pieces.push({ kind: "plain", text: line.slice(at, match.index) });
    const kind = match[1] !== undefined ? "string" : match[2] !== undefined ? "comment" : "key";
    pieces.push({ kind, text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) pieces.push({ kind: "plain", text: line.slice(at) });
  return pieces;
}

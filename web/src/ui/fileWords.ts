// Files in words, and what of them the screen can tell before they are sent.

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// Shown inside the page: the kinds that the server knows by their first bytes and serves inline.
const pictures: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const largestPreview = 8_000_000;

export function hasPreview(file: { media_type: string; size: number; removed: unknown }): boolean {
  return file.removed === null && pictures.includes(file.media_type) && file.size <= largestPreview;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

// A name without control characters. What is pasted has none of its own, or the one that every picture has.
export function nameOfFile(file: { name: string; type: string }, now: Date): string {
  const name = Array.from(file.name)
    .filter((letter) => (letter.codePointAt(0) ?? 0) >= 32 && letter !== "\u007f")
    .join("");
  if (name !== "" && name !== "image.png") return name;
  const day = `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  const time = `${twoDigits(now.getHours())}.${twoDigits(now.getMinutes())}.${twoDigits(now.getSeconds())}`;
  const ending = file.type.startsWith("image/") ? `.${file.type.slice(6).replace("jpeg", "jpg")}` : "";
  return `${ending === "" ? "file" : "screenshot"} ${day} ${time}${ending}`;
}

// Why the server would not take it; null: it would.
export function whyNot(file: { size: number }, most: number): string | null {
  if (file.size === 0) return "It is empty.";
  if (file.size > most) return `It has ${sizeWords(file.size)}; at most ${sizeWords(most)} are taken.`;
  return null;
}

// What is dropped or pasted. Text alone brings no files, and goes where it always went.
export function filesOf(data: DataTransfer | null): File[] {
  return data === null ? [] : Array.from(data.files);
}

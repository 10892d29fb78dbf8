// How view state is written in the address: plain repeated parameters (`?state=new&state=active`), readable and short.

export function parseSearch(text: string): Record<string, unknown> {
  const search: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const known = search[key];
    if (known === undefined) search[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else search[key] = [known, value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== null && entry !== "") parameters.append(key, String(entry));
    }
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

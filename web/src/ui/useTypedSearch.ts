import { useEffect, useRef, useState } from "react";

const pause = 220; // ms without a key until what is typed is asked for

// The words in a search box, which are ahead of those that were asked for: they follow when typing pauses.
export function useTypedSearch(q: string, onSearch: (q: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  const search = useRef(onSearch);
  search.current = onSearch;

  // The address changed by itself (Back, a link): show its words.
  useEffect(() => {
    if (q !== asked.current) setTyped(q);
    asked.current = q;
  }, [q]);

  useEffect(() => {
    const next = typed.trim();
    if (next === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = next;
      search.current(next);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);

  return [typed, setTyped];
}

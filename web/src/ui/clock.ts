// The page's clock: one ticker for everything that shows how long ago, so that all of it changes together.
import { useSyncExternalStore } from "react";

type Ticker = { subscribe: (listener: () => void) => () => void; now: () => number };

function makeTicker(every: number): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let current = Date.now();
  const tick = () => {
    current = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => current,
    subscribe(listener) {
      if (listeners.size === 0) {
        current = Date.now();
        timer = setInterval(tick, every);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer !== null) clearInterval(timer);
      };
    },
  };
}

const slow = makeTicker(20_000);
const fast = makeTicker(1_000);

// Milliseconds since 1970; renders again every 20 seconds, or every second for what counts down.
export function useNow(pace: "slow" | "fast" = "slow"): number {
  const ticker = pace === "fast" ? fast : slow;
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}

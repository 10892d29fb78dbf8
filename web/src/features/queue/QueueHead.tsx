import { CloseButton, Kbd, Loader, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { lazy, Suspense, useRef } from "react";
import { activeFilterCount, type Filters, type Order, states, type View } from "@/api/filters";
import { engagementsQuery } from "@/api/queries";
import type { State } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { useHotkeys } from "@/ui/hotkeys";
import { stateWords } from "@/ui/marks";
import { Toggle } from "@/ui/Toggle";
import { useTypedSearch } from "@/ui/useTypedSearch";
import { FilterMenu, FilterToggle } from "./FilterMenu";
import filterClasses from "./FilterMenu.module.css";
import type { SetFilters } from "./Queue";
import classes from "./Queue.module.css";

const WorkFilters = lazy(() => import("./WorkFilters").then((module) => ({ default: module.WorkFilters })));
const OutlookNote = lazy(() => import("./OutlookNote").then((module) => ({ default: module.OutlookNote })));

const tabs: readonly { view: View; label: string; count?: "open_mine" | "open_team" | "open_all" }[] = [
  { view: "mine", label: "Mine", count: "open_mine" },
  { view: "team", label: "My team", count: "open_team" },
  { view: "all", label: "Everything", count: "open_all" },
  { view: "watched", label: "Watched" },
];
const orderWords: Record<Order, string> = { urgency: "Most urgent", newest: "Newest", updated: "Latest change" };

type Props = { filters: Filters; setFilters: SetFilters; cleared: Filters; searching: boolean };

export function QueueHead({ filters, setFilters, cleared, searching }: Props) {
  const { engagement, isRequester, party } = useWords();
  const summary = useQuery(engagementsQuery).data?.find((entry) => entry.name === engagement.name);
  const narrowed = activeFilterCount(filters);
  const stateValue = filters.state === "open" ? [] : filters.state === "any" ? ["any"] : filters.state;
  const option = (value: string) => ({ value, label: words(value) });

  return (
    <div className={classes.head}>
      <div className={classes.first}>
        <h1>{isRequester ? "My tickets" : engagement.display}</h1>
        {isRequester ? null : (
          <Toggle
            legend="Whose tickets"
            options={tabs.map(({ view, label, count }) => ({
              value: view,
              label: (
                <>
                  {label} {count === undefined ? null : <span className={classes.count}>{summary?.[count] ?? ""}</span>}
                </>
              ),
            }))}
            value={filters.view}
            onChange={(view) => setFilters({ ...filters, view })}
          />
        )}
        <SearchBox q={filters.q} searching={searching} onSearch={(q) => setFilters({ ...filters, q }, true)} />
      </div>
      <fieldset className={classes.filters}>
        <legend className="sr">Filters</legend>
        <FilterMenu
          label="State"
          usual="Open"
          values={stateValue}
          options={[
            ...states.map((state: State) => ({ value: state, label: stateWords[state] })),
            { value: "any", label: "Any state" },
          ]}
          onChange={(next) => {
            const any = next.includes("any") && !stateValue.includes("any");
            const chosen = states.filter((state) => next.includes(state));
            setFilters({ ...filters, state: any ? "any" : chosen.length > 0 ? chosen : "open" });
          }}
        />
        {isRequester ? null : (
          <>
            <FilterMenu
              label="Priority"
              values={filters.priority}
              options={engagement.priorities.map(option)}
              onChange={(priority) => setFilters({ ...filters, priority })}
            />
            <FilterMenu
              label="Party"
              values={filters.party}
              options={engagement.parties.map(({ name }) => ({ value: name, label: party(name) }))}
              onChange={(next) => setFilters({ ...filters, party: next })}
            />
            <FilterMenu
              label="Team"
              values={filters.team}
              options={engagement.teams.map(({ name }) => ({ value: name, label: name }))}
              onChange={(team) => setFilters({ ...filters, team })}
            />
            <FilterMenu
              label="Category"
              values={filters.category}
              options={engagement.categories.map(({ name }) => option(name))}
              onChange={(category) => setFilters({ ...filters, category })}
            />
            <FilterToggle label="VIP" on={filters.vip} onChange={(vip) => setFilters({ ...filters, vip })} />
            <Suspense>
              <WorkFilters filters={filters} setFilters={setFilters} />
            </Suspense>
            {filters.tag.map((tag) => (
              <button
                key={tag}
                type="button"
                className={filterClasses.filter}
                data-active=""
                aria-label={`Without the tag ${tag}`}
                onClick={() => setFilters({ ...filters, tag: filters.tag.filter((other) => other !== tag) })}
              >
                <span>Tag: {tag}</span>
                <X size={13} aria-hidden="true" />
              </button>
            ))}
          </>
        )}
        {narrowed > 0 ? (
          <button type="button" className={classes.clear} onClick={() => setFilters({ ...cleared, q: filters.q })}>
            Clear filters
          </button>
        ) : null}
        {filters.q === "" && !isRequester ? (
          <div className={classes.order}>
            <FilterMenu
              single
              label="Order"
              values={[filters.order]}
              options={(Object.keys(orderWords) as Order[]).map((value) => ({ value, label: orderWords[value] }))}
              onChange={([order]) => setFilters({ ...filters, order: (order ?? "urgency") as Order })}
            />
          </div>
        ) : null}
      </fieldset>
      {isRequester ? null : (
        <Suspense>
          <OutlookNote />
        </Suspense>
      )}
    </div>
  );
}

function SearchBox({ q, searching, onSearch }: { q: string; searching: boolean; onSearch: (q: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTypedSearch(q, onSearch);

  useHotkeys({ "/": () => input.current?.select() ?? undefined });

  return (
    <search className={classes.search}>
      <TextInput
        ref={input}
        type="search"
        aria-label="Search tickets"
        placeholder="Search words or a number"
        maxLength={200}
        leftSection={searching ? <Loader size={14} /> : <Search size={15} aria-hidden="true" />}
        rightSection={
          typed === "" ? (
            <Kbd className={classes.key} size="xs" aria-hidden="true">
              /
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label="Clear the search" onClick={() => setTyped("")} />
          )
        }
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setTyped("");
          input.current?.blur();
        }}
      />
    </search>
  );
}

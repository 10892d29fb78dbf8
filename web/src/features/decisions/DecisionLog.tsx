import { Button, MultiSelect, Select, Skeleton, TextInput } from "@mantine/core";
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Gavel, Plus, Search } from "lucide-react";
import { type DecisionFilters, type Register, registers, standings } from "@/api/decision-filters";
import { decisionsQuery } from "@/api/queries";
import type { DecisionStanding } from "@/api/types";
import { standingWords } from "@/ui/decisions";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { words } from "@/ui/format";
import { LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Toggle } from "@/ui/Toggle";
import { useTypedSearch } from "@/ui/useTypedSearch";
import { DecisionLine } from "./DecisionLine";
import classes from "./Decisions.module.css";

const registerWords: Record<Register, string> = { log: "Log", risks: "Risks", exceptions: "Exceptions" };
const leads: Record<Register, string> = {
  log: "What was decided, by whom and why, so that whoever comes next can find out.",
  risks: "What was accepted for a time, and who owns it. What lapses first stands first.",
  exceptions: "Who is excepted from what, and until when. What lapses first stands first.",
};

const registerChoices = registers.map((show) => ({ value: show, label: registerWords[show] }));

type Props = { filters: DecisionFilters; onFilters: (filters: DecisionFilters, replace?: boolean) => void };

export function DecisionLog({ filters, onFilters }: Props) {
  const { engagement, isRequester } = useWords();
  const log = useInfiniteQuery({ ...decisionsQuery(engagement.name, filters), enabled: !isRequester });
  const rows = log.data?.pages.flatMap((page) => page.decisions) ?? [];

  return (
    <Page
      title="Decisions"
      choice={
        <Toggle
          legend="What to list"
          options={registerChoices}
          value={filters.show}
          onChange={(show) => onFilters({ ...filters, show })}
        />
      }
      tools={
        engagement.role === "member" ? (
          <LinkButton
            to="/e/$engagement/decisions/new"
            params={{ engagement: engagement.name }}
            leftSection={<Plus size={16} />}
          >
            Ask for a decision
          </LinkButton>
        ) : undefined
      }
      lead={leads[filters.show]}
    >
      <LogFilters filters={filters} onFilters={onFilters} />
      {log.isPending ? (
        <div role="status" aria-busy="true" aria-label="Loading decisions">
          <Skeleton height={64} radius={10} />
          <Skeleton height={64} mt={10} radius={10} />
        </div>
      ) : log.error !== null && rows.length === 0 ? (
        <ProblemNote error={log.error} onRetry={() => void log.refetch()} />
      ) : rows.length === 0 ? (
        <NoDecisions filters={filters} />
      ) : (
        <ul className={classes.list} aria-label={registerWords[filters.show]}>
          {rows.map((row) => (
            <DecisionLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {log.hasNextPage ? (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Page>
  );
}

const emptyWords: Record<Register, { title: string; text: string }> = {
  log: { title: "No decisions yet", text: "What both sides decide stands here, with its reasons." },
  risks: { title: "No risk is accepted", text: "A decision that accepts one stands here until it lapses." },
  exceptions: { title: "No exception is granted", text: "A decision that grants one stands here until it lapses." },
};

function NoDecisions({ filters }: { filters: DecisionFilters }) {
  const isFiltered =
    filters.q !== "" || filters.kind.length > 0 || filters.standing.length > 0 || filters.decider !== null;
  const { title, text } = isFiltered
    ? { title: "Nothing here", text: "No decision fits what is chosen." }
    : emptyWords[filters.show];
  return (
    <EmptyState icon={Gavel} title={title}>
      <p>{text}</p>
    </EmptyState>
  );
}

function LogFilters({ filters, onFilters }: Props) {
  const { engagement } = useWords();
  return (
    <fieldset className={classes.filters}>
      <legend className="sr">Filters</legend>
      <SearchBox q={filters.q} onSearch={(q) => onFilters({ ...filters, q }, true)} />
      <MultiSelect
        aria-label="Kind"
        placeholder={filters.kind.length === 0 ? "Any kind" : undefined}
        clearable
        data={engagement.decision_kinds.map(({ name }) => ({ value: name, label: words(name) }))}
        value={filters.kind}
        onChange={(kind) => onFilters({ ...filters, kind })}
      />
      <MultiSelect
        aria-label="Standing"
        placeholder={filters.standing.length === 0 ? "Any standing" : undefined}
        clearable
        data={standings.map((value) => ({ value, label: standingWords[value] }))}
        value={filters.standing}
        onChange={(standing) => onFilters({ ...filters, standing: standing as DecisionStanding[] })}
      />
      <Select
        aria-label="Decider"
        placeholder="Any decider"
        clearable
        searchable={engagement.people.length > 10}
        data={engagement.people.map(({ name, display }) => ({ value: name, label: display }))}
        value={filters.decider}
        onChange={(decider) => onFilters({ ...filters, decider })}
      />
    </fieldset>
  );
}

function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useTypedSearch(q, onSearch);
  return (
    <TextInput
      type="search"
      aria-label="Search decisions"
      placeholder="Search words"
      maxLength={200}
      leftSection={<Search size={15} aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FilePen, Plus, Search } from "lucide-react";
import { useState } from "react";
import { formsQuery } from "@/api/catalogue";
import type { RequestForm } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { LinkButton } from "@/ui/links";
import { Tag } from "@/ui/Marks";
import { Page } from "@/ui/Page";
import classes from "./Catalogue.module.css";
import { matching } from "./form";

export function CatalogueView() {
  const { engagement, isRequester, isAuditor } = useWords();
  const [search, setSearch] = useState("");
  const forms = useQuery(formsQuery(engagement.name));
  const keeps = engagement.role === "member";
  const params = { engagement: engagement.name };

  return (
    <Page
      title={isRequester ? "What do you need?" : "Request catalogue"}
      tab="Request catalogue"
      tools={
        keeps ? (
          <LinkButton
            to="/e/$engagement/catalogue"
            params={params}
            search={{ edit: "new" }}
            variant="default"
            leftSection={<Plus size={16} />}
          >
            New form
          </LinkButton>
        ) : undefined
      }
      lead={
        isRequester
          ? "Choose what comes closest; what has to be done goes to the right people by itself."
          : "What people ask for again and again, and the checklists that come with it."
      }
    >
      {forms.data !== undefined && forms.data.length > 5 ? (
        <TextInput
          className={classes.search}
          aria-label="Search the catalogue"
          placeholder="Search"
          leftSection={<Search size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <ProblemNote error={forms.error} onRetry={() => void forms.refetch()} />
      {forms.data === undefined ? null : <FormList forms={matching(forms.data, search)} keeps={keeps} />}
      {isAuditor ? null : (
        <p className={classes.other}>
          Nothing fits?{" "}
          <Link to="/e/$engagement/new" params={params}>
            {isRequester ? "Write to us in your own words" : "Open a ticket without a form"}
          </Link>
        </p>
      )}
    </Page>
  );
}

function FormList({ forms, keeps }: { forms: readonly RequestForm[]; keeps: boolean }) {
  const { engagement, isAuditor } = useWords();
  if (forms.length === 0) {
    return (
      <EmptyState icon={FilePen} title="No forms here">
        <p>{keeps ? "Make the first one: what is asked for most often?" : "There is nothing to choose from yet."}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={classes.forms}>
      {forms.map((form) => (
        <li key={form.id} className={classes.card}>
          <div className={classes.cardText}>
            {isAuditor ? (
              <strong>{form.title}</strong>
            ) : (
              <Link
                className={classes.cardTitle}
                to="/e/$engagement/catalogue"
                params={{ engagement: engagement.name }}
                search={{ form: form.id }}
              >
                {form.title}
              </Link>
            )}
            {form.description === "" ? null : <p>{form.description}</p>}
            {keeps ? (
              <p className={classes.marks}>
                {form.offered ? null : <Tag tone="warm">Not offered</Tag>}
                {form.asked_by === "teams" ? <Tag>Teams only</Tag> : null}
                {form.steps.length === 0 ? null : (
                  <Tag>
                    {form.steps.length} step{form.steps.length === 1 ? "" : "s"}
                  </Tag>
                )}
              </p>
            ) : null}
          </div>
          {keeps ? (
            <LinkButton
              className={classes.edit}
              to="/e/$engagement/catalogue"
              params={{ engagement: engagement.name }}
              search={{ edit: form.id }}
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={`Change the form ${form.title}`}
            >
              Change
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

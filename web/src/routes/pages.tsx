// The pages for what did not come: nothing at this address, a failure, and the moment before anything is there.
import { Button, Loader } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { CloudOff, Compass } from "lucide-react";
import { ApiError, asApiError } from "@/api/problem";
import { EmptyState } from "@/ui/Feedback";
import { LinkButton } from "@/ui/links";
import { isMissingPart } from "./missing-part";
import classes from "./pages.module.css";

export function NotFound() {
  return (
    <main className={classes.center}>
      <EmptyState icon={Compass} title="There is no page here">
        <p>The address may be mistyped, or what stood here is gone.</p>
        <LinkButton to="/">To the queue</LinkButton>
      </EmptyState>
    </main>
  );
}

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const problem = asApiError(error);
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (isMissingPart(error)) return <MissingPart />;
  const known = error instanceof ApiError || error instanceof TypeError;
  return (
    <main className={classes.center}>
      <EmptyState icon={CloudOff} title={known ? problem.title : "This page broke"}>
        <p>{known ? problem.message : "That is our mistake. Nothing you saved is lost."}</p>
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          Try again
        </Button>
      </EmptyState>
    </main>
  );
}

// Once a style sheet has failed, only a new load asks for it again.
function MissingPart() {
  return (
    <main className={classes.center}>
      <EmptyState icon={CloudOff} title="This page did not load">
        <p>Tandem cannot be reached, or has a newer version.</p>
        <Button onClick={() => window.location.reload()}>Load it again</Button>
      </EmptyState>
    </main>
  );
}

export function PagePending() {
  return (
    <main className={classes.center} aria-busy="true">
      <Loader aria-label="Loading" />
    </main>
  );
}

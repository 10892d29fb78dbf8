import { Button } from "@mantine/core";
import { type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { asApiError } from "@/api/problem";
import classes from "./Feedback.module.css";

// Asking again changes nothing about what one may not do, or about what is not there.
const isRefusal = (status: number) => status === 403 || status === 404;

// A failure, told where it happened. `message` overrides the server's words.
export function ProblemNote({
  error,
  message,
  onRetry,
}: {
  error?: unknown;
  message?: string | null;
  onRetry?: () => void;
}) {
  const text = message ?? (error === null || error === undefined ? null : asApiError(error).message);
  if (text === null) return null;
  const refused = error !== null && error !== undefined && isRefusal(asApiError(error).status);
  return (
    <div className={classes.problem} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <span>{text}</span>
      {onRetry === undefined || refused ? null : (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

export function EmptyState({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Icon size={30} strokeWidth={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

import { Button, PasswordInput, TextInput } from "@mantine/core";
import "@mantine/core/styles/PasswordInput.css";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { signIn } from "@/api/commands";
import { ApiError, fieldMessages, formMessage } from "@/api/problem";
import type { Session } from "@/api/types";
import { ProblemNote } from "@/ui/Feedback";
import { Logo } from "@/ui/Logo";
import classes from "./SignIn.module.css";

export function SignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useMutation({ mutationFn: () => signIn(email.trim(), password), onSuccess: onSignedIn });
  const fields = fieldMessages(attempt.error);
  const refused = attempt.error instanceof ApiError && attempt.error.status === 401;

  useEffect(() => {
    document.title = "Sign in · Tandem";
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    attempt.mutate();
  }

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <h1 className={classes.brand}>
          <Logo size={30} />
          Tandem
        </h1>
        <p className={classes.lead}>The desk that two IT teams share.</p>
        <form className={classes.form} onSubmit={submit}>
          <ProblemNote
            message={
              refused ? "That email and that password do not match." : formMessage(attempt.error, ["email", "password"])
            }
          />
          <TextInput
            label="Email"
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={fields.email}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={fields.password}
          />
          <Button type="submit" size="md" loading={attempt.isPending}>
            Sign in
          </Button>
        </form>
      </div>
    </main>
  );
}

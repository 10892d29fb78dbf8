import { Button, Skeleton, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Vip } from "@/api/types";
import { addVip, removeVip, vipsKey, vipsQuery } from "@/api/vips";
import { DataTable } from "@/ui/DataTable";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Time } from "@/ui/Time";
import { problemWith, splitRegister } from "./register";
import classes from "./Vips.module.css";

// The register of VIPs: whose tickets are a VIP's from the moment they are opened.
export function VipsView() {
  const { engagement } = useWords();
  const register = useQuery(vipsQuery(engagement.name));
  return (
    <Page
      title="VIPs"
      lead="Whoever is in the register is a VIP from the moment their ticket is opened, however it is opened. Tickets that are open stay as they are. Whoever leads a team of either side keeps it."
    >
      {register.isPending ? (
        <Skeleton height={160} radius={10} />
      ) : register.data === undefined ? (
        <ProblemNote error={register.error} onRetry={() => void register.refetch()} />
      ) : (
        <Register vips={register.data.vips} mayKeep={register.data.may_keep} />
      )}
    </Page>
  );
}

function Register({ vips, mayKeep }: { vips: readonly Vip[]; mayKeep: boolean }) {
  const { current, former } = splitRegister(vips);
  return (
    <>
      {mayKeep ? <AddVip known={current} /> : null}
      {current.length === 0 ? (
        <p className={classes.nobody}>
          Nobody is in the register. A team member may still mark a single ticket as a VIP's.
        </p>
      ) : (
        <VipTable label="In the register" vips={current} mayKeep={mayKeep} />
      )}
      {former.length === 0 ? null : (
        <details className={classes.former}>
          <summary>{former.length} taken out</summary>
          <VipTable label="Taken out of the register" vips={former} mayKeep={false} />
        </details>
      )}
    </>
  );
}

function VipTable({ label, vips, mayKeep }: { label: string; vips: readonly Vip[]; mayKeep: boolean }) {
  const isFormer = vips.some((vip) => vip.removed_at !== null);
  return (
    <DataTable label={label} className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Note</th>
          <th scope="col">Since</th>
          {isFormer ? <th scope="col">Until</th> : null}
          {mayKeep ? (
            <th scope="col">
              <span className="sr">Remove</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {vips.map((vip) => (
          <tr key={vip.id}>
            <th scope="row">
              {vip.name}
              {vip.name === vip.email ? null : <small>{vip.email}</small>}
            </th>
            <td>{vip.note}</td>
            <td>
              <Time at={vip.added_at} />
              <small>by {vip.added_by}</small>
            </td>
            {vip.removed_at === null ? null : (
              <td>
                <Time at={vip.removed_at} />
                <small>by {vip.removed_by}</small>
              </td>
            )}
            {mayKeep ? (
              <td className={classes.end}>
                <RemoveVip vip={vip} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function RemoveVip({ vip }: { vip: Vip }) {
  const { engagement } = useWords();
  const cache = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeVip(engagement.name, vip.id),
    onSettled: () => cache.invalidateQueries({ queryKey: vipsKey(engagement.name) }),
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.isPending}
        aria-label={`Take out ${vip.name}`}
        onClick={() => remove.mutate()}
      >
        Take out
      </Button>
      <ProblemNote error={remove.error} />
    </>
  );
}

const empty = { email: "", name: "", note: "" };

function AddVip({ known }: { known: readonly Vip[] }) {
  const { engagement } = useWords();
  const cache = useQueryClient();
  const [values, setValues] = useState(empty);
  const [told, setTold] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () => addVip(engagement.name, { ...values, email: values.email.trim() }),
    onSuccess: () => setValues(empty),
    // Also when it is refused: another lead may have put them in meanwhile.
    onSettled: () => cache.invalidateQueries({ queryKey: vipsKey(engagement.name) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = problemWith(values.email, known);
    setTold(problem);
    if (problem === null) add.mutate();
  };
  const field = (name: keyof typeof empty) => ({
    value: values[name],
    maxLength: name === "email" ? 254 : 200, // an address as RFC 5321 has it
    onChange: (event: { currentTarget: { value: string } }) => {
      setTold(null);
      setValues({ ...values, [name]: event.currentTarget.value });
    },
  });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput label="Address" type="email" required error={told} {...field("email")} />
      <TextInput label="Name" {...field("name")} />
      <TextInput label="Note" placeholder="Why, for both teams" {...field("note")} />
      <Button type="submit" loading={add.isPending}>
        Add
      </Button>
      <ProblemNote error={add.error} />
    </form>
  );
}

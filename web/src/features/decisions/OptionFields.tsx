import { ActionIcon, Button, Select, Textarea, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import classes from "./Decisions.module.css";
import { costFault, emptyOption, type OptionValues } from "./form";

type Props = { options: OptionValues[]; onChange: (options: OptionValues[]) => void };

const most = 20;
const risks = [
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

// What can be chosen, each with what it costs and risks. Leaving it as it is counts as one.
export function OptionFields({ options, onChange }: Props) {
  const change = (key: number, values: Partial<OptionValues>) =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...values } : option)));
  return (
    <fieldset className={classes.options}>
      <legend>Options</legend>
      {options.map((option, index) => (
        <OptionRow
          key={option.key}
          option={option}
          number={index + 1}
          onChange={(values) => change(option.key, values)}
          onRemove={options.length > 2 ? () => onChange(options.filter(({ key }) => key !== option.key)) : null}
        />
      ))}
      {options.length < most ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} />}
          onClick={() => onChange([...options, emptyOption(Math.max(...options.map(({ key }) => key)) + 1)])}
        >
          Another option
        </Button>
      ) : null}
    </fieldset>
  );
}

type RowProps = {
  option: OptionValues;
  number: number;
  onChange: (values: Partial<OptionValues>) => void;
  onRemove: (() => void) | null; // null: a question has two options at least
};

function OptionRow({ option, number, onChange, onRemove }: RowProps) {
  return (
    <div className={classes.option}>
      <div className={classes.optionHead}>
        <TextInput
          label={`Option ${number}`}
          required
          withAsterisk
          maxLength={200}
          value={option.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {onRemove === null ? null : (
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove option ${number}`} onClick={onRemove}>
            <Trash2 size={16} />
          </ActionIcon>
        )}
      </div>
      <Textarea
        label="For and against"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={50_000}
        value={option.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <div className={classes.four}>
        <TextInput
          label="Cost"
          inputMode="decimal"
          value={option.cost}
          onChange={(event) => onChange({ cost: event.currentTarget.value })}
          error={costFault(option)}
        />
        <TextInput
          label="Currency"
          maxLength={3}
          minLength={3}
          value={option.currency}
          onChange={(event) => onChange({ currency: event.currentTarget.value })}
        />
        <Select
          label="Risk"
          placeholder="Not said"
          clearable
          data={risks}
          value={option.risk}
          onChange={(risk) => onChange({ risk: risk as OptionValues["risk"] })}
        />
        <TextInput
          label="Action"
          placeholder="isolate-host"
          maxLength={200}
          value={option.action}
          onChange={(event) => onChange({ action: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

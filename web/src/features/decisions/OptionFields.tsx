import { ActionIcon, Button, Select, Textarea, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import classes from "./Decisions.module.css";
import { costFault, emptyOption, type OptionValues } from "./form";

type Props = { options: OptionValues[]; onChange: (options: OptionValues[]) => void };

const most = 20;

// What can be chosen, each with what it costs and risks. Leaving it as it is counts as one.
export function OptionFields({ options, onChange }: Props) {
  const change = (key: number, values: Partial<OptionValues>) =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...values } : option)));
  return (
    <fieldset className={classes.options}>
      <legend>Options</legend>
      {options.map((option, index) => (
        <div key={option.key} className={classes.option}>
          <div className={classes.optionHead}>
            <TextInput
              label={`Option ${index + 1}`}
              required
              withAsterisk
              maxLength={200}
              value={option.name}
              onChange={(event) => change(option.key, { name: event.currentTarget.value })}
            />
            {options.length > 2 ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove option ${index + 1}`}
                onClick={() => onChange(options.filter(({ key }) => key !== option.key))}
              >
                <Trash2 size={16} />
              </ActionIcon>
            ) : null}
          </div>
          <Textarea
            label="For and against"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={50_000}
            value={option.words}
            onChange={(event) => change(option.key, { words: event.currentTarget.value })}
          />
          <div className={classes.four}>
            <TextInput
              label="Cost"
              inputMode="decimal"
              value={option.cost}
              onChange={(event) => change(option.key, { cost: event.currentTarget.value })}
              error={costFault(option)}
            />
            <TextInput
              label="Currency"
              maxLength={3}
              minLength={3}
              value={option.currency}
              onChange={(event) => change(option.key, { currency: event.currentTarget.value })}
            />
            <Select
              label="Risk"
              placeholder="Not said"
              clearable
              data={[
                { value: "low", label: "Low" },
                { value: "medium", label: "Medium" },
                { value: "high", label: "High" },
              ]}
              value={option.risk}
              onChange={(risk) => change(option.key, { risk: risk as OptionValues["risk"] })}
            />
            <TextInput
              label="Action"
              placeholder="isolate-host"
              maxLength={200}
              value={option.action}
              onChange={(event) => change(option.key, { action: event.currentTarget.value })}
            />
          </div>
        </div>
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

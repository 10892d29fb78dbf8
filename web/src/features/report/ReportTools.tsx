import { Button, Select, TextInput } from "@mantine/core";
import { addDays, validDate } from "@/ui/days";
import { csvAddress, type ReportAsked } from "./queries";
import classes from "./Report.module.css";
import { groups, groupWords, type ReportGroup } from "./report";
import { type Period, presetFor, presetsOf } from "./search";

type Props = {
  engagement: string;
  asked: ReportAsked;
  today: string;
  onPeriod: (period: Period) => void;
  onGroup: (group: ReportGroup) => void;
};

// Which days, by what, and how to take it along.
export function ReportTools({ engagement, asked, today, onPeriod, onGroup }: Props) {
  const presets = presetsOf(today);
  const change = (period: Period) => {
    if (period.from < period.to) onPeriod(period);
  };
  return (
    <fieldset className={classes.tools}>
      <legend className="sr">What to report</legend>
      <Select
        label="Period"
        placeholder="Days of my own"
        data={presets.map(({ name, words }) => ({ value: name, label: words }))}
        value={presetFor(asked, today)}
        onChange={(name) => {
          const preset = presets.find((one) => one.name === name);
          if (preset !== undefined) onPeriod(preset.period);
        }}
      />
      <TextInput
        label="First day"
        type="date"
        value={asked.from}
        max={addDays(asked.to, -1)}
        onChange={(event) => {
          const from = validDate(event.currentTarget.value);
          if (from !== undefined) change({ from, to: asked.to });
        }}
      />
      <TextInput
        label="Last day"
        type="date"
        value={addDays(asked.to, -1)}
        min={asked.from}
        onChange={(event) => {
          const last = validDate(event.currentTarget.value);
          if (last !== undefined) change({ from: asked.from, to: addDays(last, 1) });
        }}
      />
      <Select
        label="By"
        data={groups.map((group) => ({ value: group, label: groupWords[group] }))}
        value={asked.group}
        allowDeselect={false}
        onChange={(group) => group !== null && onGroup(group as ReportGroup)}
      />
      <Button component="a" href={csvAddress(engagement, asked)} download variant="default">
        Spreadsheet
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
    </fieldset>
  );
}

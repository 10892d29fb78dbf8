import { useMantineColorScheme } from "@mantine/core";
import { Check, ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { Session } from "@/api/types";
import { Dropdown, DropdownDivider, DropdownItem, DropdownLabel } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { initials } from "@/ui/format";
import classes from "./Sidebar.module.css";

const schemes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "auto", label: "As the system", icon: Monitor },
] as const;

export function UserMenu({
  session,
  onHelp,
  onSignOut,
}: {
  session: Session | null;
  onHelp: () => void;
  onSignOut: () => void;
}) {
  const { engagement, member, party, colour } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const me = member(engagement.person);
  const display = me?.display ?? session?.display ?? "";
  const standing = me === undefined ? (engagement.role === "auditor" ? "Auditor" : session?.email) : party(me.party);
  return (
    <Dropdown
      label="You"
      side="above"
      width={215}
      buttonClassName={classes.link}
      button={
        <>
          <span
            className={classes.avatar}
            data-party={me === undefined ? undefined : colour(me.party)}
            aria-hidden="true"
          >
            {initials(display)}
          </span>
          <span className={classes.who}>
            <span>{display}</span>
            <span>{standing}</span>
          </span>
          <span className="sr">: theme, help, sign out</span>
          <ChevronsUpDown size={15} aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <>
          <DropdownLabel>Theme</DropdownLabel>
          {schemes.map(({ value, label, icon: Icon }) => (
            <DropdownItem
              key={value}
              icon={<Icon size={15} aria-hidden="true" />}
              pressed={colorScheme === value}
              end={colorScheme === value ? <Check size={15} aria-hidden="true" /> : null}
              onClick={() => setColorScheme(value)}
            >
              {label}
            </DropdownItem>
          ))}
          <DropdownDivider />
          <DropdownItem
            icon={<Keyboard size={15} aria-hidden="true" />}
            onClick={() => {
              close();
              onHelp();
            }}
          >
            Keyboard shortcuts
          </DropdownItem>
          <DropdownItem icon={<LogOut size={15} aria-hidden="true" />} onClick={onSignOut}>
            Sign out
          </DropdownItem>
        </>
      )}
    </Dropdown>
  );
}

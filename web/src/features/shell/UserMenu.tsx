import { Menu, useMantineColorScheme } from "@mantine/core";
import { Check, ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { Session } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { initials } from "@/ui/format";
import classes from "./Sidebar.module.css";

const schemes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "auto", label: "As the system", icon: Monitor },
] as const;

export function UserMenu({ session, onHelp, onSignOut }: { session: Session | null; onHelp: () => void; onSignOut: () => void }) {
  const { engagement, member, party, colour } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const me = member(engagement.person);
  const display = me?.display ?? session?.display ?? "";
  const standing = me === undefined ? (engagement.role === "auditor" ? "Auditor" : session?.email) : party(me.party);
  return (
    <Menu position="top-start" width={220} shadow="md">
      <Menu.Target>
        <button type="button" className={classes.link} aria-label={`${display}: theme, help, sign out`}>
          <span className={classes.avatar} data-party={me === undefined ? undefined : colour(me.party)} aria-hidden="true">
            {initials(display)}
          </span>
          <span className={classes.who}>
            <span>{display}</span>
            <span>{standing}</span>
          </span>
          <ChevronsUpDown size={15} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Theme</Menu.Label>
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={15} />}
            rightSection={colorScheme === value ? <Check size={15} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Keyboard size={15} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={15} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

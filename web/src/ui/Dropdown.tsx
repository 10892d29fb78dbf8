import { type ReactNode, type ToggleEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import classes from "./Dropdown.module.css";

type Props = {
  label: string; // what the panel is, for those who cannot see it
  button: ReactNode;
  buttonClassName?: string;
  buttonActive?: boolean;
  side?: "below" | "above";
  width: number;
  children: (close: () => void) => ReactNode;
};

const edge = 8;

// A button with a panel. The browser's own popover does the hard parts (top layer, a click outside, Escape, focus back to
// the button), so that the first load needs no positioning library; this only says where the panel stands.
export function Dropdown({
  label,
  button,
  buttonClassName,
  buttonActive = false,
  side = "below",
  width,
  children,
}: Props) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();

  useLayoutEffect(() => {
    if (!open || trigger.current === null || panel.current === null) return;
    const box = trigger.current.getBoundingClientRect();
    const { style } = panel.current;
    style.left = `${Math.max(edge, Math.min(box.left, window.innerWidth - width - edge))}px`;
    if (side === "below") {
      style.top = `${box.bottom + 4}px`;
      style.bottom = "auto";
    } else {
      style.top = "auto";
      style.bottom = `${window.innerHeight - box.top + 4}px`;
    }
  }, [open, side, width]);

  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>("[data-autofocus], input:checked, input, button, a")?.focus();
    const hide = () => panel.current?.hidePopover();
    window.addEventListener("resize", hide);
    return () => window.removeEventListener("resize", hide);
  }, [open]);

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClassName}
        data-active={buttonActive ? "" : undefined}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={classes.panel}
        style={{ width }}
        onToggle={(event: ToggleEvent<HTMLDivElement>) => setOpen(event.newState === "open")}
      >
        {open ? children(close) : null}
      </div>
    </>
  );
}

export function DropdownItem({
  icon,
  onClick,
  pressed,
  end,
  children,
}: {
  icon?: ReactNode;
  onClick: () => void;
  pressed?: boolean;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <button type="button" className={classes.item} onClick={onClick} aria-pressed={pressed}>
      {icon}
      <span>{children}</span>
      {end}
    </button>
  );
}

export function DropdownLabel({ children }: { children: ReactNode }) {
  return <p className={classes.label}>{children}</p>;
}

export function DropdownDivider() {
  return <hr className={classes.divider} />;
}

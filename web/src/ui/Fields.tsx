// How a form is laid out: one field below the other, two beside each other where there is room, and what sends it last.
import type { ReactNode } from "react";
import classes from "./Fields.module.css";

export function Two({ children }: { children: ReactNode }) {
  return <div className={classes.two}>{children}</div>;
}

export function FieldGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}

// The class of a <form>, which has handlers of its own.
export const formClass = classes.form;

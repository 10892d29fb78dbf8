import { Kbd, Modal } from "@mantine/core";
import { useWords } from "@/ui/engagement";
import classes from "./Help.module.css";

type Shortcut = { keys: string[]; text: string; teams?: boolean };

const sections: { title: string; shortcuts: Shortcut[] }[] = [
  {
    title: "Everywhere",
    shortcuts: [
      { keys: ["Ctrl", "K"], text: "Find anything, do anything" },
      { keys: ["n"], text: "New ticket" },
      { keys: ["?"], text: "These shortcuts" },
    ],
  },
  {
    title: "In the queue",
    shortcuts: [
      { keys: ["j"], text: "Next ticket" },
      { keys: ["k"], text: "Previous ticket" },
      { keys: ["Enter"], text: "Open it" },
      { keys: ["/"], text: "Search" },
    ],
  },
  {
    title: "On a ticket",
    shortcuts: [
      { keys: ["c"], text: "Write a comment" },
      { keys: ["Ctrl", "Enter"], text: "Send it" },
      { keys: ["t"], text: "Take it", teams: true },
      { keys: ["h"], text: "Hand off", teams: true },
      { keys: ["r"], text: "Resolve", teams: true },
      { keys: ["w"], text: "Why this owner", teams: true },
      { keys: ["u"], text: "Back to the queue" },
    ],
  },
];

export function Help({ onClose }: { onClose: () => void }) {
  const { isRequester } = useWords();
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" centered>
      {sections.map((section) => (
        <section key={section.title} className={classes.section}>
          <h3>{section.title}</h3>
          <dl>
            {section.shortcuts
              .filter((shortcut) => !(isRequester && shortcut.teams === true))
              .map((shortcut) => (
                <div key={shortcut.text}>
                  <dt>
                    {shortcut.keys.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{shortcut.text}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

import { describe, expect, it } from "vitest";
import { percent, stepTray, type TrayFile, toSend } from "./fileTray";

function makeFile(id: number, change: Partial<TrayFile> = {}): TrayFile {
  return {
    id,
    file: new File(["12345678"], `${id}.txt`),
    name: `${id}.txt`,
    key: `key-${id}`,
    state: "waiting",
    sent: 0,
    problem: null,
    hopeless: false,
    to: null,
    ...change,
  };
}

describe("the tray of files", () => {
  it("adds behind, removes one, and leaves the others as they are", () => {
    const tray = stepTray([makeFile(1)], { kind: "add", files: [makeFile(2), makeFile(3)] });
    expect(tray.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(stepTray(tray, { kind: "remove", id: 2 }).map(({ id }) => id)).toEqual([1, 3]);
  });

  it("follows one file to its failure, which keeps where it was to go", () => {
    let tray = [makeFile(1), makeFile(2)];
    tray = stepTray(tray, { kind: "begin", id: 1, to: { comment: 4 } });
    tray = stepTray(tray, { kind: "sent", id: 1, bytes: 4 });
    expect(tray[0] && percent(tray[0])).toBe(50);
    tray = stepTray(tray, { kind: "fail", id: 1, problem: "Busy." });
    expect(tray[0]).toMatchObject({ state: "failed", problem: "Busy.", to: { comment: 4 } });
    expect(tray[1]).toEqual(makeFile(2, { file: tray[1]?.file }));
    tray = stepTray(tray, { kind: "begin", id: 1, to: { comment: 4 } });
    expect(tray[0]).toMatchObject({ state: "sending", sent: 0, problem: null });
  });

  it("counts what is on its way beyond the file, as headers make it, as all of it", () => {
    const [file] = stepTray([makeFile(1)], { kind: "sent", id: 1, bytes: 900 });
    expect(file && percent(file)).toBe(100);
    expect(percent(makeFile(1, { file: new File([], "empty") }))).toBe(0);
  });

  it("sends what waits and what failed, but nothing twice and nothing in vain", () => {
    const tray = [
      makeFile(1),
      makeFile(2, { state: "sending" }),
      makeFile(3, { state: "failed" }),
      makeFile(4, { state: "failed", hopeless: true }),
    ];
    expect(toSend(tray).map(({ id }) => id)).toEqual([1, 3]);
  });
});

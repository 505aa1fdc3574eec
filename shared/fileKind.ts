/** What a file is, told by its name alone. */
export type FileKind = 'create' | 'update' | 'meeting' | 'profile';

export const profileName = 'zoom-lock-profile.json';

/** Returns undefined for a file that the lens has no business with unless a profile's `requests` lists it. */
export function fileKind(fileName: string): FileKind | undefined {
  if (fileName === profileName) return 'profile';
  const match = /^.+\.zoom-(create|update|meeting)\.jsonc?$/s.exec(fileName);
  return match?.[1] as FileKind | undefined;
}

/** `a.zoom-update.json`, or `a.json` that is listed as an update → `a.zoom-meeting.json`, `a.zoom-meeting.jsonc`; the first that exists counts. */
export function meetingNames(updateName: string): readonly string[] {
  const kind = fileKind(updateName);
  const match = /^(.+?)(?:\.zoom-update)?\.jsonc?$/s.exec(updateName);
  return match && (!kind || kind === 'update')
    ? [`${match[1]}.zoom-meeting.json`, `${match[1]}.zoom-meeting.jsonc`]
    : [];
}

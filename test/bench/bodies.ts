/** A create body of about so many bytes, pretty printed, that is in order: most of it is invitees, as in real ones. */
export function bodyOf(bytes: number): string {
  const body = {
    topic: 'Weekly planning',
    type: 8,
    start_time: '2026-12-01T09:00:00Z',
    duration: 45,
    timezone: 'Europe/Berlin',
    password: 'plan-2026x',
    recurrence: { type: 2, repeat_interval: 1, weekly_days: '3', end_times: 12 },
    settings: {
      host_video: true,
      participant_video: false,
      join_before_host: false,
      mute_upon_entry: true,
      waiting_room: false,
      audio: 'both',
      auto_recording: 'none',
      approval_type: 2,
      meeting_authentication: false,
      meeting_invitees: [] as { email: string }[],
    },
  };
  const oneInvitee = 60;
  const missing = Math.max(0, bytes - JSON.stringify(body, null, 2).length);
  for (let index = 0; index < missing / oneInvitee; index++) {
    body.settings.meeting_invitees.push({ email: `guest-${index}@example.org` });
  }
  return JSON.stringify(body, null, 2);
}

/** A Postman collection of so many requests, in folders of a hundred, each with such a body. */
export function collectionOf(requests: number, bytes: number): string {
  const raw = bodyOf(bytes);
  const url = {
    raw: '{{baseUrl}}/users/:userId/meetings',
    host: ['{{baseUrl}}'],
    path: ['users', ':userId', 'meetings'],
  };
  const itemOf = (at: number) => ({
    name: `Create ${at}`,
    request: { method: 'POST', header: [], body: { mode: 'raw', raw: raw.replace('planning', String(at)) }, url },
    response: [],
  });
  const item = Array.from({ length: Math.ceil(requests / 100) }, (_, folder) => ({
    name: `Folder ${folder}`,
    item: Array.from({ length: Math.min(100, requests - 100 * folder) }, (_, at) => itemOf(100 * folder + at)),
  }));
  const variable = [{ key: 'baseUrl', value: 'https://api.zoom.us/v2' }];
  return JSON.stringify({ info: { name: 'Zoom' }, item, variable }, null, '\t');
}

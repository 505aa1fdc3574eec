import { importProfile, listUnresolved, type Text } from '../../../shared/index.ts';
import type { ImportAnswer, ImportParams } from '../../../shared/protocol.ts';

/** Makes a lock profile from the texts that the editor sends; the editor writes the file itself. */
export function importResponses({ files, ...options }: ImportParams, say: (text: Text) => string): ImportAnswer {
  const imported = importProfile(files, options);
  switch (imported.state) {
    case 'level':
      return imported;
    case 'problems':
      return { ...imported, problems: imported.problems.map(say) };
    case 'profile':
      return {
        ...imported,
        text: say(imported.text),
        unresolved: listUnresolved(imported.unresolved).map(say),
        notes: imported.notes.map(say),
        modelMatters: imported.modelMatters.map(say),
      };
  }
}

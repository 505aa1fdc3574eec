import { styleText } from 'node:util';

/** Puts text into a colour. */
export type Paint = (colour: 'red' | 'yellow' | 'cyan' | 'gray' | 'dim', text: string) => string;

export function painter(colours: boolean): Paint {
  // Whether there are colours is decided once, by whoever knows the terminal.
  return (colour, text) => (colours && text !== '' ? styleText(colour, text, { validateStream: false }) : text);
}

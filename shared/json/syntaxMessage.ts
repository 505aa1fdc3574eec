import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import { type Text, text } from '../text.ts';

/** Short, since the place is underlined. */
export function syntaxMessage(code: ParseErrorCode): Text {
  switch (printParseErrorCode(code)) {
    case 'PropertyNameExpected':
      return text`A property name in double quotes is expected here.`;
    case 'ValueExpected':
      return text`A value is missing here.`;
    case 'ColonExpected':
      return text`A colon is missing here.`;
    case 'CommaExpected':
      return text`A comma is missing here.`;
    case 'CloseBraceExpected':
      return text`The closing brace is missing.`;
    case 'CloseBracketExpected':
      return text`The closing bracket is missing.`;
    case 'EndOfFileExpected':
      return text`The text should end here.`;
    case 'UnexpectedEndOfString':
      return text`The closing quote is missing.`;
    case 'UnexpectedEndOfComment':
      return text`The comment is never closed.`;
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return text`This escape sequence is not valid in JSON.`;
    case 'InvalidCharacter':
      return text`A control character must be written as an escape sequence.`;
    default:
      return text`This is not valid JSON.`;
  }
}

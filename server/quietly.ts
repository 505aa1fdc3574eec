/** The other side may be gone, or not know the message: nothing to do about it. */
export async function quietly(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // See above.
  }
}

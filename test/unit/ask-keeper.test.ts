import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const runtime = vi.hoisted(() => ({ id: 'guide' as string | undefined, sendMessage: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { runtime } }));
const { askKeeper, isOrphan } = await import('../../platform/messages');

const ADD = { ask: 'add', event: { type: 'finished', step: 9 } } as const;
const STOPPED = new Error('A listener indicated an asynchronous response, but the message channel closed before a response was received');

beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'guide';
  runtime.sendMessage.mockReset();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** What is asked, with the clock run until it is answered. */
async function asked(message: Parameters<typeof askKeeper>[0]) {
  const answer = askKeeper(message);
  await vi.runAllTimersAsync();
  return answer;
}

describe('asking the keeper', () => {
  it('is asking once where it answers', async () => {
    runtime.sendMessage.mockResolvedValue(true);
    expect(await asked(ADD)).toBe(true);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });
  it('is asking again, with the same mark, where it was stopped', async () => {
    runtime.sendMessage.mockRejectedValueOnce(STOPPED).mockRejectedValueOnce(STOPPED).mockResolvedValue(true);
    expect(await asked(ADD)).toBe(true);
    const marks = runtime.sendMessage.mock.calls.map(([{ mark }]) => mark);
    expect(marks).toHaveLength(3);
    expect(marks[0]).toMatch(/^[a-z0-9]{1,16}$/);
    expect(new Set(marks).size).toBe(1);
  });
  it('is asking again where no answer ever comes', async () => {
    runtime.sendMessage.mockReturnValueOnce(new Promise(() => {})).mockResolvedValue(true);
    expect(await asked(ADD)).toBe(true);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
  });
  it('is asking again where the answer is none: it was stopped as it heard the message', async () => {
    runtime.sendMessage.mockResolvedValueOnce(undefined).mockResolvedValue(null);
    expect(await asked({ ask: 'gone' })).toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
  });
  it('ends after three times', async () => {
    runtime.sendMessage.mockRejectedValue(STOPPED);
    expect(await asked({ ask: 'repair' })).toBeNull();
    expect(runtime.sendMessage.mock.calls).toEqual([[{ ask: 'repair' }], [{ ask: 'repair' }], [{ ask: 'repair' }]]);
  });
  it('gives each message a mark of its own', async () => {
    runtime.sendMessage.mockResolvedValue(true);
    await asked(ADD);
    await asked(ADD);
    const [one, other] = runtime.sendMessage.mock.calls.map(([{ mark }]) => mark);
    expect(one).not.toBe(other);
  });
  it('is not even tried by an orphan', async () => {
    runtime.id = undefined;
    expect(isOrphan()).toBe(true);
    expect(await asked(ADD)).toBeNull();
    expect(runtime.sendMessage).not.toHaveBeenCalled();
  });
});

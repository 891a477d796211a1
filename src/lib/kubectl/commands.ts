import type { Command } from './command.ts';
import { create } from './commands/create.ts';
import { deleteCommand } from './commands/delete.ts';
import { get } from './commands/get/get.ts';
import { run } from './commands/run.ts';

/** Every command that Kinetes has. */
export const commands: readonly Command[] = [create, deleteCommand, get, run];

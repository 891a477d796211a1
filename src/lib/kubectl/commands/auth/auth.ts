import type { Command } from '../../command.ts';
import { canI } from './can-i.ts';
import { whoAmI } from './who-am-i.ts';

/** Models kubectl pkg/cmd/auth/auth.go. */
export const auth: Command = { name: 'auth', flags: [], subcommands: [canI, whoAmI] };

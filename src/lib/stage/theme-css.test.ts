import { expect, it } from 'vitest';
import { themeCss } from './theme-css.ts';

it('tokens.css says what the tokens of the scene say', async () => {
	await expect(themeCss()).toMatchFileSnapshot('./tokens.css');
});

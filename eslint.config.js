import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What only virtual time, the seed or the stage may give. */
const wallTime = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'performance'];

export default defineConfig(
	{
		ignores: [
			'build/',
			'dist-single/',
			'.svelte-kit/',
			'test-results/',
			'playwright-report/',
			'coverage/'
		]
	},
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		rules: {
			// TypeScript knows better what is defined.
			'no-undef': 'off',
			// Text of machines holds control characters; patterns must be able to name them.
			'no-control-regex': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// Addresses of lessons come resolved from the server; the rule sees only a variable.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// The first picture is markup that we wrote ourselves, with every text in it escaped (svg-text.ts).
		files: ['src/lib/stage/Stage.svelte', 'src/lib/pages/home/Picture.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		files: ['src/lib/{cluster,kubernetes,kubectl,trace,tempo,scene,source}/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...wallTime.map((name) => ({ name, message: 'Virtual time only.' }))
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Virtual time only.' },
				{ object: 'Math', property: 'random', message: 'The seed decides.' }
			]
		}
	}
);

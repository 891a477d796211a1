import { homeView } from './home-view.server.ts';

export function load() {
	return { home: homeView() };
}

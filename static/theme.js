// Before the first paint: whether the page stands in another one (an `embed` in its address), the theme and the size that a person chose on an earlier visit.
if (/[?&#]embed(?=[&=#]|$)/.test(location.search + location.hash)) {
	document.documentElement.toggleAttribute('data-embed', true);
}
try {
	const { documentElement: root } = document;
	const theme = localStorage.getItem('kinetes.theme');
	if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	if (localStorage.getItem('kinetes.projector') === 'true') {
		root.dataset.theme = 'projector';
		root.toggleAttribute('data-large', true);
	}
} catch {
	// Without storage the system decides.
}

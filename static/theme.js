// Before the first paint: the theme and the size that a person chose on an earlier visit.
try {
	const theme = localStorage.getItem('kinetes.theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
	if (localStorage.getItem('kinetes.projector') === 'true')
		document.documentElement.dataset.size = 'large';
} catch {
	// Without storage the system decides.
}

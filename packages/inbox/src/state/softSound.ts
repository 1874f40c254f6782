/** Two quiet notes, a fifth apart; silence where the browser has no audio or does not allow it yet. */
export function playSoftSound(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const notes = [523.25, 783.99];
  notes.forEach((frequency, index) => {
    const begin = context.currentTime + index * 0.12;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.05, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.4);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + 0.4);
    if (index === notes.length - 1) tone.onended = () => void context.close();
  });
}

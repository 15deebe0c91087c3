/** Style sheets are bundled as text; see tools/build-widget.mjs. */
declare module '*.css' {
  const text: string;
  export default text;
}

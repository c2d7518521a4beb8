// The package types its main entry alone; this is the same converter with the one dictionary we need (69 kB, not 1.1 MB).
declare module 'opencc-js/t2cn' {
  export { Converter } from 'opencc-js'
}

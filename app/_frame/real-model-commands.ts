/** What an operator types to replace the demo model by the recommended one. */
export const REAL_MODEL_COMMANDS = 'npm run model -- pull qwen3-4b-instruct-2507\nMODEL=$(ls -t .data/models/*.gguf | head -n 1) npm start'

import { cli } from './cli';
import { diagnose } from './diagnose';
import { edge } from './edge';
import { files } from './files';
import { narrative } from './narrative';
import { pane } from './pane';
import { panePages } from './panePages';
import { present } from './present';
import { recognise } from './recognise';
import { relations } from './relations';
import { rules } from './rules';
import { settings } from './settings';
import { workbench } from './workbench';

export const en = {
  ...rules,
  ...relations,
  ...narrative,
  ...settings,
  ...recognise,
  ...present,
  ...files,
  ...edge,
  ...cli,
  ...diagnose,
  ...pane,
  ...panePages,
  ...workbench,
} as const;

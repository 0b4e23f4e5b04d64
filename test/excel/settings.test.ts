/** The settings of a workbook in Excel: read with it, changed in it, the same as in the file. */
import { SETTINGS_NAMESPACE } from '../../src/core/settings';
import { ExcelSpreadsheet } from '../../src/excel';
import { book, sheet } from '../support/grid';
import { createOffice } from '../support/office';
import { caseWorkbook } from '../support/cases';

const XML = `<settings xmlns="${SETTINGS_NAMESPACE}"><finding id="1" reason="a &amp; b"/></settings>`;
const OTHER = '<other xmlns="urn:other"/>';

describe.each(['2021', '2024', '365', 'web'] as const)('Excel %s', (profile) => {
  function open(...parts: readonly string[]) {
    const office = createOffice({ workbook: book(sheet('表一', [['部门收支总表']]), sheet('空', [])), profile });
    office.install();
    parts.forEach((xml, n) => office.model.setCustomXml(`{${n}}`, xml));
    return { office, excel: new ExcelSpreadsheet('zh-CN'), parts: () => [...office.model.customXml().values()] };
  }

  test('are read with the workbook; a workbook without them has none', async () => {
    expect((await open(OTHER, XML).excel.read()).settings).toBe(XML);
    expect(await open(OTHER).excel.read()).not.toHaveProperty('settings');
  });

  test('are read of a workbook without a cell, too', async () => {
    const office = createOffice({ profile });
    office.install();
    office.model.setCustomXml('{1}', XML);
    expect((await new ExcelSpreadsheet('zh-CN').read()).settings).toBe(XML);
  });

  test('are written where there were none', async () => {
    const { excel, parts } = open(OTHER);
    await excel.changeSettings((xml) => (xml === null ? XML : 'wrong'));
    expect(parts()).toEqual([OTHER, XML]);
    expect((await excel.read()).settings).toBe(XML);
  });

  test('are changed in place, from what the workbook holds now', async () => {
    const { excel, parts, office } = open(XML, OTHER);
    await excel.changeSettings((xml) => xml?.replace('a &amp; b', 'c') ?? null);
    expect(parts()).toEqual([XML.replace('a &amp; b', 'c'), OTHER]);
    expect(office.host.faults).toEqual([]);
    expect(office.host.gaps.list()).toEqual([]);
  });

  test('are taken away; of two parts none is left', async () => {
    const { excel, parts } = open(XML, OTHER, XML);
    await excel.changeSettings(() => null);
    expect(parts()).toEqual([OTHER]);
  });

  test('XML that Excel refuses is an error with a sentence, and the settings stay', async () => {
    const { excel, parts } = open(XML);
    await expect(excel.changeSettings(() => '<broken')).rejects.toMatchObject({ notice: { id: expect.stringMatching(/^edge\.error\./) } });
    expect(parts()).toEqual([XML]);
  });
});

test('settings cost a published budget no further round trip', async () => {
  const office = createOffice({ workbook: caseWorkbook('seed-000.xlsx') });
  office.install();
  office.model.setCustomXml('{1}', XML);
  expect((await new ExcelSpreadsheet('zh-CN').read()).settings).toBe(XML);
  expect(office.host.log.filter((batch) => batch.actions > 0 && !batch.write)).toHaveLength(3);
});

#include "Stage.h"

#include "Futures.h"

#include <QDir>

namespace naryad::test {

Stage::Stage(bool full)
{
    sandbox::Options options;
    options.tasks = 2;
    options.contractors = 2;
    options.equipment = 2;
    options.clock = &m_clock;
    options.fullTasks = full;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    if (!m_sandbox->start())
        return;
    m_services = std::make_unique<Services>(api::Endpoint{m_sandbox->address(), m_sandbox->key()});
    const auto world = makeWorld(*m_services);
    TemplateFieldBody extra;
    extra.name = QStringLiteral("extra");
    extra.typeId = 1;
    const auto field = settled(m_services->templates.createField(extra));
    if (!world || !field || !m_sandbox->save(m_folder.filePath(QStringLiteral("world"))))
        return;
    m_world = *world;
    m_extraField = *field;
    ManualClock clock;
    const FaultProxy line(m_sandbox->address());
    EngineRun program(clock, line);
    sync::EngineOptions options2;
    options2.autoStart = false;
    m_ready = QDir().mkpath(knownFolder())
        && program.start(line.url(), m_sandbox->key(), knownFolder(), options2) && program.sync();
}

} // namespace naryad::test

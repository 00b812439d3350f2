#include "ExternalIdDialog.h"

#include "core/Await.h"
#include "models/ContractorDetails.h"
#include "widgets/ReasonLabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

ExternalIdDialog::ExternalIdDialog(Desk desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_field(new QLineEdit(this))
    , m_message(new ReasonLabel(u"externalIdMessage"_s, this))
{
    setObjectName(u"ExternalIdDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find by external id"));
    setAccessibleName(windowTitle());
    m_field->setObjectName(u"externalId"_s);
    m_field->setAccessibleName(tr("External id"));
    auto *form = new QFormLayout;
    form->addRow(tr("E&xternal id"), m_field);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_find = box->addButton(tr("&Find"), QDialogButtonBox::ActionRole);
    m_find->setObjectName(u"find"_s);
    m_find->setAccessibleName(tr("Find"));
    m_find->setDefault(true);
    m_find->setEnabled(false);
    box->button(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_find, &QPushButton::clicked, this, &ExternalIdDialog::ask);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_find->setEnabled(!text.trimmed().isEmpty());
        m_message->clearMessage();
    });
    resize(fontMetrics().averageCharWidth() * 60, sizeHint().height());
}

/// With the line down, what is read here may still know it.
void ExternalIdDialog::ask()
{
    const QString id = m_field->text().trimmed();
    m_find->setEnabled(false);
    m_message->setNews(tr("The service is being asked…"));
    await(this, m_desk.commands.findContractor(id), [this, id](const Result<Contractor> &answer) {
        if (id != m_field->text().trimmed())
            return; // of what stood there before
        m_find->setEnabled(true);
        if (answer) {
            Q_EMIT found(answer->id);
            accept();
            return;
        }
        if (answer.error().kind == ErrorKind::NotFound) {
            m_message->setProblem(tr("Nobody has the external id %1.").arg(id));
            return;
        }
        const models::ContractorDetails details(m_desk.reader);
        await(this, details.byExternalId(id), [this, why = answer.error()](const Result<Contractor> &known) {
            if (!known) {
                m_message->setProblem(tr("The service could not be asked, and nobody known here has it. %1")
                                          .arg(describe(why)));
                return;
            }
            Q_EMIT found(known->id);
            accept();
        });
    });
}

} // namespace naryad::ui

#pragma once

#include "widgets/WordsDialog.h"

class QComboBox;

namespace naryad::ui {

/// Window `Dictionaries`: what the account's own numbers mean; what answers tell is learned, the rest is
/// typed once. See WordsDialog.
class DictionaryDialog : public WordsDialog
{
    Q_OBJECT
public:
    DictionaryDialog(Desk desk, const QVector<DictionaryKind> &kinds, QWidget *parent);
    static QString words(DictionaryKind kind);

protected:
    void ask(quint64 asked, const QString &chosen) override;
    QFuture<Result<void>> keep(const QString &id, const QString &name) override;
    QFuture<Result<void>> drop(const QString &id) override;

private:
    static Parts parts();
    DictionaryKind kind() const;

    QVector<DictionaryKind> m_kinds;
    QComboBox *m_kind;
};

} // namespace naryad::ui

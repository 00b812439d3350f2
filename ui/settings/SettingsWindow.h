#pragma once

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace naryad::ui {

class SettingsHost;

/// The window `Settings`: a list of pages, each a class of its own. Whatever is changed holds at once and is
/// kept; nothing has to be confirmed. Owns the pages. Thread: the GUI's.
class SettingsWindow : public QDialog
{
    Q_OBJECT
public:
    /// `host` outlives the window.
    explicit SettingsWindow(SettingsHost &host, QWidget *parent = nullptr);

private:
    void addPage(const QString &name, QWidget *page);

    QListWidget *m_names;
    QStackedWidget *m_pages;
};

} // namespace naryad::ui
